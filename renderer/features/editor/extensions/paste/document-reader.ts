// What reads documents, apart from the first screen: it is loaded when a story is shown.
export { readHtml } from '#shared/document/reading/html/read-html.ts';
export { kindOfText, readText } from '#shared/document/reading/text/read-text.ts';
