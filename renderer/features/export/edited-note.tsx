/** Names the files that would go and are left, because somebody changed them since they were exported. */
export function EditedNote({ files }: { files: readonly string[] }) {
	if (files.length === 0) return null;
	const shown = files.slice(0, 3).join(', ');
	return (
		<p className="export-note">
			Somebody changed {files.length > 3 ? `${shown} and others` : shown} since Galley wrote{' '}
			{files.length === 1 ? 'it, so it is' : 'them, so they are'} left in the folder. Delete{' '}
			{files.length === 1 ? 'it' : 'them'} there if readers are not to have {files.length === 1 ? 'it' : 'them'}.
		</p>
	);
}
