import type { NodeJson } from '../body/node-json.ts';
import { type BlockModule, type BlockOf, plainBlock } from './block-module.ts';

/** A break between two parts of the story. */
export const divider: BlockModule<BlockOf<'divider'>, NodeJson<'divider'>> = {
	...plainBlock,
	label: 'Divider',
	nodes: ['divider'],
	parts: {},
	toNode: ({ id }) => ({ type: 'divider', attrs: { id } }),
	toBlock: (_node, id) => ({ id, type: 'divider' }),
	toHtml: (_block, name) => `<hr ${name}>`,
	beginning: () => '',
	publish: ({ id, type }) => ({ id, type }),
};
