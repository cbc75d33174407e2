import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Disclosure, DisclosurePanel, Button as FoldButton, Heading } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';
import { fieldMark } from './field-focus.ts';

/** A part of the inspector with its heading and a quiet note beside it. */
export function Section({
	title,
	note,
	field,
	children,
}: {
	title: string;
	note?: string | undefined;
	/** The field of the story that stands here. */
	field?: string;
	children: ReactNode;
}) {
	const id = useId();
	return (
		<section className="inspector-section" aria-labelledby={id} {...(field === undefined ? {} : fieldMark(field))}>
			<header className="inspector-section-head">
				<h3 id={id}>{title}</h3>
				{note === undefined ? null : <span className="inspector-note tabular">{note}</span>}
			</header>
			{children}
		</section>
	);
}

/** A part of the inspector that folds away; folded, a sentence says what it holds, and pressing that unfolds it. */
export function FoldedSection({
	title,
	summary,
	isExpanded,
	onExpandedChange,
	children,
}: {
	title: string;
	summary: string;
	isExpanded: boolean;
	onExpandedChange: (expanded: boolean) => void;
	children: ReactNode;
}) {
	return (
		<Disclosure className="inspector-section" isExpanded={isExpanded} onExpandedChange={onExpandedChange}>
			<Heading level={3} className="inspector-fold">
				<FoldButton slot="trigger" className="inspector-fold-button">
					<Icon of={ChevronRight} className="inspector-fold-mark" />
					<span className="inspector-fold-title">{title}</span>
					{isExpanded ? null : (
						<span className="inspector-note" dir="auto">
							{summary}
						</span>
					)}
				</FoldButton>
			</Heading>
			<DisclosurePanel className="inspector-fold-panel">
				{isExpanded ? <div className="inspector-fold-content">{children}</div> : null}
			</DisclosurePanel>
		</Disclosure>
	);
}
