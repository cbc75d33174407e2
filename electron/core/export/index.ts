export { type ExportSource, exportSourceOf } from './export-source.ts';
export { planExport, runExport } from './run-export.ts';
