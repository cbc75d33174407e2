const headings = ['figure', 'measured', 'beside', 'ratio', 'limit', ''];
const verdicts = { ok: 'ok', over: 'OVER', told: '', missing: 'not measured' };

/** The rows as a table of plain text, with their notes below it. */
export function formatTable(rows) {
	const lines = [headings, ...rows.map(cellsOf)];
	const widths = headings.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
	const aligned = lines.map((cells) =>
		cells
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
			.join('  ')
			.trimEnd(),
	);
	const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
	const notes = rows.filter(({ note }) => note !== '').map(({ figure, note }) => `${figure}: ${note}`);
	return [aligned[0], rule, ...aligned.slice(1), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

function cellsOf({ figure, unit, judged, measured, beside, ratio, limit, verdict }) {
	return [
		figure,
		measured === null ? '' : told(measured, unit, judged),
		beside === null ? '' : `${beside.name} ${formatNumber(beside[judged])} ${unit}`,
		ratio === null ? '' : `${ratio.toFixed(2)} ×`,
		limitOf(limit, unit, judged),
		verdicts[verdict],
	];
}

function told(measured, unit, judged) {
	if (judged === 'most') return `${formatNumber(measured.most)} ${unit}`;
	if (measured.count === 1) return `${formatNumber(measured.p50)} ${unit}`;
	return `p50 ${formatNumber(measured.p50)}  p95 ${formatNumber(measured.p95)} ${unit}`;
}

function limitOf(limit, unit, judged) {
	if (limit === null) return '';
	const parts = [
		...(limit.atMost === undefined ? [] : [`${formatLimit(limit.atMost)} ${unit}`]),
		...(limit.timesBeside === undefined ? [] : [`${limit.timesBeside} × beside`]),
	];
	return `${judged === 'most' ? '' : `${judged} `}≤ ${parts.join(' and ')}`;
}

/** A limit as it was set, one that was worked out with three digits. */
const formatLimit = (value) => (Number.isInteger(value * 10) ? String(value) : formatNumber(value));

/** Three digits that count, without an exponent. */
export function formatNumber(value) {
	if (value >= 100) return Math.round(value).toString();
	return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
