import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonSyntaxError, lineOfPath, memberOf, parseJsonTree, treeOf, writeJsonTree } from './json-tree.ts';

test('JSON is written as JSON.stringify writes it', () => {
	fc.assert(
		fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
			const text = JSON.stringify(value, null, 2);
			expect(writeJsonTree(parseJsonTree(text))).toBe(text);
			expect(writeJsonTree(parseJsonTree(JSON.stringify(value)))).toBe(text);
			expect(writeJsonTree(treeOf(JSON.parse(text)))).toBe(text);
		}),
	);
}, 300_000);

test('what JSON.parse would lose is kept', () => {
	const text = '{\n  "b": 1.0,\n  "1": 12345678901234567890,\n  "__proto__": "\\u00e9\\/",\n  "b": 2e400\n}';
	const tree = parseJsonTree(text);
	expect(writeJsonTree(tree)).toBe(text);
	expect(memberOf(tree, 'b')).toMatchObject({ text: '2e400' });
});

test('exactly the texts that JSON.parse refuses are refused', () => {
	const scraps = fc.array(
		fc.constantFrom(
			'{',
			'}',
			'[',
			']',
			',',
			':',
			'"a"',
			'"',
			'1',
			'-',
			'0',
			'.5',
			'e1',
			'true',
			'nul',
			'\\',
			'\n',
			' ',
		),
		{
			maxLength: 9,
		},
	);
	fc.assert(
		fc.property(scraps, (parts) => {
			const text = parts.join('');
			const isJson = accepts(() => JSON.parse(text));
			expect(accepts(() => parseJsonTree(text))).toBe(isJson);
		}),
		{ numRuns: 3000 },
	);
}, 300_000);

function accepts(read: () => unknown): boolean {
	try {
		read();
		return true;
	} catch (error) {
		expect(error).toSatisfy((each) => each instanceof SyntaxError || each instanceof JsonSyntaxError);
		return false;
	}
}

test.each([
	['{\n  "a": 1,\n  "b": \n}', 4, 'expected a value but found "}"'],
	['{\n  "a": 1\n  "b": 2\n}', 3, 'expected "," or "}" but found "\\"b\\": 2"'],
	['{\n  "a": "no end\n}', 2, 'expected a text that ends on its own line'],
	['{\n<<<<<<< HEAD\n  "a": 1\n}', 2, 'a merge was left unfinished'],
	['{ "a": [1, 2', 1, 'the end of the file'],
	['{ a: 1 }', 1, 'expected a name in quotes'],
	['['.repeat(5000), 1, 'no more than 400 levels'],
])('%j is refused with its line', (text, line, message) => {
	expect(() => parseJsonTree(text)).toThrow(
		expect.objectContaining({ line, message: expect.stringContaining(message) }),
	);
});

test('a path leads to its line', () => {
	const text = '{\n  "body": [\n    { "id": "a" },\n    {\n      "id": "b"\n    }\n  ]\n}';
	const tree = parseJsonTree(text);
	expect(lineOfPath(text, tree, ['body', 1, 'id'])).toBe(5);
	expect(lineOfPath(text, tree, ['body', 1, 'html'])).toBe(4);
	expect(lineOfPath(text, tree, ['nothing'])).toBe(1);
});

test('a long text is read', () => {
	const text = JSON.stringify({ notes: 'ä"'.repeat(500_000) });
	expect(writeJsonTree(parseJsonTree(text))).toHaveLength(JSON.stringify(JSON.parse(text), null, 2).length);
});
