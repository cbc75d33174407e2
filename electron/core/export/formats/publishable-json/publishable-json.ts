import { PublishableArticle } from '#shared/model/publishable.ts';
import type { PublishableCorrections, PublishableWithdrawal } from '#shared/model/publishable-site.ts';
import { listedStatuses } from '#shared/model/status.ts';
import { jsonText } from '../../publishable-article.ts';
import { publishableTaxonomy } from '../../publishable-categories.ts';
import type { ExportFormat } from '../format.ts';
import { correctionEntries, correctionsFile } from './corrections-file.ts';
import { type IndexLine, indexEntries, indexLine, indexPieces, lineOfEntry } from './index-file.ts';
/**
 * Publishable JSON: a file for each story, the list of all, the taxonomy, the corrections, what was withdrawn and the
 * redirects, by the schemas in `content/schema/`.
 */
import { type MovedStory, redirectsFile } from './redirects-file.ts';
import { withdrawnText } from './withdrawn-file.ts';

export const publishableJson: ExportFormat = {
	name: 'publishable-json',
	label: 'Publishable JSON',
	about: 'Everything that a site needs to show the stories, by a published schema.',
	losses: [],
	owns: (path) =>
		/^(?:(?:index|categories|corrections|withdrawn|redirects)\.json|articles\/[a-z0-9-]+\.json)$/.test(path),
	recognises: (_path, bytes) => /^urn:galley:schema:/.test(String(Object(readJson(bytes)).$schema)),
	begin({ newsroom, categories }) {
		const lines: IndexLine[] = [];
		const corrections: PublishableCorrections['corrections'] = [];
		const withdrawn: PublishableWithdrawal[] = [];
		/** The files of all stories. */
		const taken = new Set<string>();
		const moved: MovedStory[] = [];
		return {
			story(story, json) {
				taken.add(story.json);
				// A draft that was asked for goes out, and nothing leads to it.
				if (listedStatuses.includes(story.status)) {
					lines.push(indexLine(story));
					corrections.push(...correctionEntries(story));
					if (story.formerSlugs.length > 0) moved.push(story);
				}
				return [{ path: story.json, pieces: () => [json] }];
			},
			same(entry) {
				const line = lineOfEntry(entry);
				lines.push(line);
				taken.add(line.json);
			},
			withdrawn: (story) => void withdrawn.push(story),
			collections: () => [
				{ path: 'index.json', pieces: () => indexPieces(newsroom, lines) },
				{ path: 'categories.json', pieces: () => [jsonText(publishableTaxonomy(categories))] },
				{ path: 'corrections.json', pieces: () => [jsonText(correctionsFile(corrections))] },
				// An address that another story has by now is not gone.
				{ path: 'withdrawn.json', pieces: () => [withdrawnText(withdrawn.filter(({ json }) => !taken.has(json)))] },
				{ path: 'redirects.json', pieces: () => [jsonText(redirectsFile(newsroom, moved, taken))] },
			],
		};
	},
	async readBack([file], read) {
		const bytes = file === undefined ? null : await read(file);
		const story = bytes && PublishableArticle.safeParse(readJson(bytes)).data;
		return story && story.json === file ? story : null;
	},
	async entries(read) {
		const bytes = await read('index.json');
		return bytes === null ? new Map() : indexEntries(Buffer.from(bytes).toString('utf8'));
	},
};

function readJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(Buffer.from(bytes).toString('utf8'));
	} catch {
		return null; // somebody edited it; then it is no file of ours any more
	}
}
