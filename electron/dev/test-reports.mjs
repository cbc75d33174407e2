// What the reports of vitest and Playwright say about tests that failed.
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from './paths.mjs';

/** @typedef {{ name: string, why: string }} Failure a test and the first lines of what went wrong */

/** @returns {Failure[]} the failed tests of vitest's JSON report, and files that could not be run */
export function failedUnitTests({ testResults = [] } = {}) {
	return testResults.flatMap(({ name, message, status, assertionResults }) => {
		const file = relative(projectRoot, name);
		const failed = assertionResults.filter((test) => test.status === 'failed');
		if (status === 'failed' && failed.length === 0) return [{ name: file, why: firstLines(message) }];
		return failed.map((test) => ({ name: `${file} › ${test.fullName}`, why: firstLines(test.failureMessages[0]) }));
	});
}

/** @returns {Failure[]} the tests of Playwright's JSON report that ended so: `unexpected`, or `flaky` for a good second try */
export function endToEndTests(outcome, { suites = [] } = {}) {
	return suites.flatMap((suite) => [
		...endToEndTests(outcome, suite),
		...(suite.specs ?? []).flatMap((spec) =>
			spec.tests
				.filter((test) => test.status === outcome)
				.map(({ projectName, results }) => ({
					name: `[${projectName}] ${spec.file}:${spec.line} › ${spec.title}`,
					why: firstLines(results[0]?.error?.message),
				})),
		),
	]);
}

function firstLines(message) {
	const lines = stripVTControlCharacters(message || 'The report does not say why.').split('\n');
	return lines
		.filter((line) => line.trim())
		.slice(0, 8)
		.join('\n');
}
