import type { ExportFormatInfo } from '#shared/contract/export.ts';
import type { TargetState } from '#shared/contract/targets.ts';

/** Says of a target where its folder is, what goes there and as what. */
export function TargetNote({ target, formats }: { target: TargetState; formats: readonly ExportFormatInfo[] }) {
	const { path, format, options, standing } = target;
	const label = formats.find(({ name }) => name === format)?.label ?? format;
	return (
		<p className="export-note">
			{label}, in {path}. {options.ready ? 'Stories that are ready go there too.' : ''}{' '}
			{standing.kind === 'rolled back'
				? `It was taken back to export ${standing.to}; exporting to it brings it up to date again.`
				: ''}
		</p>
	);
}
