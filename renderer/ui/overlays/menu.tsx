import { Check, type LucideIcon } from 'lucide-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import {
	Menu as AriaMenu,
	MenuItem as AriaMenuItem,
	MenuSection as AriaMenuSection,
	Header,
	MenuTrigger,
	Separator,
} from 'react-aria-components';
import './menu.css';
import { Icon } from '../icon.tsx';
import { useFocusBefore } from '../use-focus-before.ts';
import { Popover, type PopoverProps } from './popover.tsx';

export interface MenuEntry {
	readonly id: string;
	readonly label: string;
	readonly icon?: LucideIcon | undefined;
	/** A mark of its own before the label, such as a status dot. */
	readonly mark?: ReactNode;
	/** A second, quieter line. */
	readonly note?: string | undefined;
	readonly shortcut?: string | undefined;
	readonly checked?: boolean | undefined;
	/** Why it cannot be chosen now; absent when it can. */
	readonly disabledReason?: string | undefined;
}

export interface MenuGroup {
	readonly heading?: string | undefined;
	readonly entries: readonly MenuEntry[];
}

interface MenuBodyProps {
	readonly label: string;
	readonly groups: readonly MenuGroup[];
	readonly onAction: (id: string) => void;
}

function MenuBody({ label, groups, onAction, takesFocus = false }: MenuBodyProps & { takesFocus?: boolean }) {
	const filled = groups.filter((group) => group.entries.length > 0);
	const disabled = filled.flatMap(({ entries }) =>
		entries.filter((entry) => entry.disabledReason !== undefined).map((entry) => entry.id),
	);
	return (
		<AriaMenu
			aria-label={label}
			className="menu"
			{...(takesFocus ? { autoFocus: 'first' as const } : {})}
			onAction={(key) => onAction(String(key))}
			disabledKeys={disabled}
		>
			{filled.flatMap((group, index) => [
				index === 0 ? null : <Separator key={`separator ${group.entries[0]?.id}`} className="menu-separator" />,
				<AriaMenuSection key={`group ${group.entries[0]?.id}`} aria-label={group.heading ?? label}>
					{group.heading === undefined ? null : <Header className="menu-heading">{group.heading}</Header>}
					{group.entries.map((entry, place) => (
						<AriaMenuItem key={entry.id} id={entry.id} className="menu-item" textValue={entry.label}>
							<span className="menu-item-mark">
								{entry.checked ? <Icon of={Check} /> : entry.icon ? <Icon of={entry.icon} /> : (entry.mark ?? null)}
							</span>
							<span>
								{entry.label}
								{entry.checked ? <span className="visually-hidden"> (chosen)</span> : null}
								{entry.note === undefined ? null : <span className="menu-item-note">{entry.note}</span>}
								<Reason of={entry.disabledReason} above={group.entries[place - 1]?.disabledReason} />
							</span>
							{entry.shortcut === undefined ? null : <kbd>{entry.shortcut}</kbd>}
						</AriaMenuItem>
					))}
				</AriaMenuSection>,
			])}
		</AriaMenu>
	);
}

/** Why an entry cannot be chosen; said once for entries one below the other. */
function Reason({ of, above }: { of: string | undefined; above: string | undefined }) {
	return of === undefined || of === above ? null : <span className="menu-item-note menu-item-reason">{of}</span>;
}

/** A button (the only child) that opens a menu. Opened by the mouse, it gives the focus back to what had it. */
export function MenuButton({
	children,
	placement = 'bottom start',
	...body
}: MenuBodyProps & { children: ReactNode; placement?: NonNullable<PopoverProps['placement']> }) {
	const around = useRef<HTMLSpanElement>(null);
	const [isOpen, setIsOpen] = useState(false);
	useFocusBefore(around, isOpen);
	return (
		<MenuTrigger onOpenChange={setIsOpen}>
			<span ref={around} className="menu-trigger">
				{children}
			</span>
			<Popover placement={placement} offset={4}>
				<MenuBody {...body} />
			</Popover>
		</MenuTrigger>
	);
}

/** A menu that stands at an element, opened and closed from outside: a context menu. */
export function MenuAt({
	anchor,
	isOpen,
	onClose,
	...body
}: MenuBodyProps & { anchor: RefObject<Element | null>; isOpen: boolean; onClose: () => void }) {
	return (
		<Popover
			aria-label={body.label}
			triggerRef={anchor}
			isOpen={isOpen}
			onOpenChange={(open) => {
				if (!open) onClose();
			}}
			placement="bottom start"
			offset={2}
		>
			<MenuBody
				{...body}
				takesFocus
				onAction={(id) => {
					onClose();
					body.onAction(id);
				}}
			/>
		</Popover>
	);
}
