import {
	canonicalInlineHtml,
	type MarkName,
	makeRun,
	serializeInlineHtml,
	type TextRun,
} from '../../model/inline-html.ts';
import { diffSequences } from '../diff/diff-sequences.ts';
import { isSameValue } from '../diff/same-value.ts';
import { alignRuns, isMarkedAlike, type Marking, tokensOf, type WordToken } from '../diff/word-tokens.ts';
import { mergeRegions, type Region } from './merge-regions.ts';
import { agreed, collided, type Outcome, oneSided, type Versions } from './outcome.ts';

/** What a text is, and how long it may become. */
export interface TextFormat {
	readonly plain: boolean;
	readonly longest: number;
}
/** Inline HTML, such as a paragraph's. */
const inlineFormat: TextFormat = { plain: false, longest: 200_000 };
/** One line of plain text, such as a headline. */
const lineFormat: TextFormat = { plain: true, longest: 10_000 };
/** Plain text of several lines, such as notes. */
const linesFormat: TextFormat = { plain: true, longest: 1_000_000 };

/** Merges a text by words, and the marks and links of the words that stay. */
function mergeText(versions: Versions<string>, format: TextFormat): Outcome<string> {
	const whole = oneSided(versions);
	if (whole !== undefined) return whole;
	const base = tokensOf(versions.base, format.plain);
	const mine = tokensOf(versions.mine, format.plain);
	const theirs = tokensOf(versions.theirs, format.plain);
	const texts = (tokens: readonly WordToken[]) => tokens.map((token) => token.text);
	const baseTexts = texts(base);
	const regions = mergeRegions(
		base.length,
		diffSequences(baseTexts, texts(mine)),
		diffSequences(baseTexts, texts(theirs)),
		(index) => /^\s+$/.test(baseTexts[index] ?? ''),
	);
	const parts = regions.map((region) => mergeRegion(region, base, mine, theirs));
	const write = (side: 'mine' | 'theirs' | 'both') =>
		writeRuns(
			parts.flatMap((part) => part[side]),
			format,
		);
	const merged = {
		mine: write('mine'),
		theirs: write('theirs'),
		both: write('both'),
		collided: parts.some((part) => part.collided),
	};
	if (merged.mine.length > format.longest || merged.theirs.length > format.longest) {
		return collided(versions.mine, versions.theirs);
	}
	const joinable = merged.both.length <= format.longest;
	return { ...merged, both: joinable ? merged.both : merged.mine, joinable };
}

/** Merges inline HTML. */
export const mergeInline = (versions: Versions<string>) => mergeText(versions, inlineFormat);
/** Merges one line of plain text. */
export const mergeLine = (versions: Versions<string>) => mergeText(versions, lineFormat);
/** Merges plain text of several lines. */
export const mergeLines = (versions: Versions<string>) => mergeText(versions, linesFormat);

function writeRuns(runs: readonly TextRun[], format: TextFormat): string {
	if (format.plain) return runs.map((run) => run.text).join('');
	return canonicalInlineHtml(serializeInlineHtml(runs));
}

const runsOf = (tokens: readonly WordToken[]) => tokens.flatMap((token) => token.runs);

function mergeRegion(
	region: Region,
	baseTokens: readonly WordToken[],
	mineTokens: readonly WordToken[],
	theirsTokens: readonly WordToken[],
): Outcome<readonly TextRun[]> {
	const base = baseTokens.slice(region.base.from, region.base.to);
	const mine = mineTokens.slice(region.mine.from, region.mine.to);
	const theirs = theirsTokens.slice(region.theirs.from, region.theirs.to);
	switch (region.changedBy) {
		case 'nobody':
			return mergeKept(base, mine, theirs);
		case 'mine':
			return changedWhileMarked(base, mine, theirs, false);
		case 'theirs':
			return changedWhileMarked(base, theirs, mine, true);
		case 'both':
			if (mine.length === theirs.length && mine.every((token, index) => token.text === theirs[index]?.text)) {
				return mergeKept(mine, mine, theirs);
			}
			return collision(runsOf(mine), runsOf(theirs));
	}
}

function collision(mine: readonly TextRun[], theirs: readonly TextRun[]): Outcome<readonly TextRun[]> {
	const needsSpace = mine.length > 0 && theirs.length > 0 && !/\s$/.test(mine.at(-1)?.text ?? ' ');
	const space = needsSpace && !/^\s/.test(theirs[0]?.text ?? ' ') ? [makeRun(' ', [])] : [];
	return { mine, theirs, both: [...mine, ...space, ...theirs], collided: true, joinable: true };
}

/** The words stay on all sides; each mark is merged by itself, and so is the link. */
function mergeKept(
	base: readonly WordToken[],
	mine: readonly WordToken[],
	theirs: readonly WordToken[],
): Outcome<readonly TextRun[]> {
	const runs = { mine: [] as TextRun[], theirs: [] as TextRun[] };
	let anyCollided = false;
	base.forEach((was, index) => {
		const my = mine[index] ?? was;
		const their = theirs[index] ?? was;
		if (isMarkedAlike(was, their) || isMarkedAlike(my, their)) {
			runs.mine.push(...my.runs);
			runs.theirs.push(...my.runs);
			return;
		}
		for (const { text, markings } of alignRuns(was, my, their)) {
			const [a = unmarked, b = unmarked, c = unmarked] = markings;
			const linkCollides = b.href !== c.href && b.href !== a.href && c.href !== a.href;
			anyCollided ||= linkCollides;
			const link = b.href === a.href ? c.href : b.href;
			const marks = mergeMarks(a, b, c);
			runs.mine.push(linked(text, marks, link));
			runs.theirs.push(linked(text, marks, linkCollides ? c.href : link));
		}
	});
	if (!anyCollided) return agreed<readonly TextRun[]>(runs.mine);
	return { mine: runs.mine, theirs: runs.theirs, both: runs.mine, collided: true, joinable: false };
}

const unmarked: Marking = { marks: [] };

function mergeMarks(base: Marking, mine: Marking, theirs: Marking): MarkName[] {
	const names = new Set([...mine.marks, ...theirs.marks]);
	names.delete('a');
	return [...names].filter((name) => {
		const was = base.marks.includes(name);
		const is = mine.marks.includes(name);
		return is === was ? theirs.marks.includes(name) : is;
	});
}

function linked(text: string, marks: readonly MarkName[], href: string | undefined): TextRun {
	return href === undefined ? makeRun(text, marks) : makeRun(text, ['a', ...marks], href);
}

/**
 * One side changed the words while the other may have changed their marks. A mark that the other put on, or took
 * off, all of them is passed on to the new words; anything else would lose a side, so it collides.
 */
function changedWhileMarked(
	base: readonly WordToken[],
	changed: readonly WordToken[],
	marked: readonly WordToken[],
	changedIsTheirs: boolean,
): Outcome<readonly TextRun[]> {
	const passed = commonMarkChange(base, marked);
	if (passed === 'none') return agreed(runsOf(changed));
	if (passed !== 'mixed') {
		return agreed(
			runsOf(changed).map((run) => {
				const marks = run.marks.filter((name) => name !== 'a' && !passed.removed.includes(name));
				return linked(run.text, [...marks, ...passed.added], run.href);
			}),
		);
	}
	const [mine, theirs] = changedIsTheirs ? [marked, changed] : [changed, marked];
	return { ...collision(runsOf(mine), runsOf(theirs)), both: runsOf(changed), joinable: false };
}

type MarkChange = { readonly added: readonly MarkName[]; readonly removed: readonly MarkName[] };

function commonMarkChange(base: readonly WordToken[], marked: readonly WordToken[]): MarkChange | 'none' | 'mixed' {
	let common: MarkChange | undefined;
	let anyChange = false;
	for (const [index, was] of base.entries()) {
		const is = marked[index];
		if (is === undefined) return 'mixed';
		if (!isMarkedAlike(was, is)) anyChange = true;
		for (const { markings } of alignRuns(was, is)) {
			const [a = unmarked, b = unmarked] = markings;
			if (a.href !== b.href) return 'mixed';
			const change = {
				added: b.marks.filter((name) => name !== 'a' && !a.marks.includes(name)),
				removed: a.marks.filter((name) => name !== 'a' && !b.marks.includes(name)),
			};
			if (common !== undefined && !isSameValue(common, change)) return 'mixed';
			common = change;
		}
	}
	return anyChange && common !== undefined ? common : 'none';
}
