import type { LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Icon } from '../../../ui/icon.tsx';

/** One line of the navigator: an icon or a colour, a name, and how many stories stand there. */
export function NavigatorRow({
	label,
	icon,
	colour,
	depth = 0,
	count,
	locale,
	current,
	onPress,
}: {
	label: string;
	icon?: LucideIcon;
	/** The category's colour; undefined where an icon stands, null where there is none. */
	colour?: string | null;
	depth?: number;
	count?: number | undefined;
	locale: string;
	current: boolean;
	onPress: () => void;
}) {
	return (
		<li>
			<Button
				className="navigator-row"
				data-inner-focus=""
				{...(current ? { 'aria-current': 'page' as const } : {})}
				style={{ paddingInlineStart: 8 + Math.max(0, depth - 1) * 16 }}
				onPress={onPress}
			>
				{icon === undefined ? (
					<span
						className="navigator-dot"
						style={{ background: depth === 0 ? (colour ?? 'var(--ink-3)') : undefined }}
					/>
				) : (
					<Icon of={icon} />
				)}
				<span className="navigator-row-label">{label}</span>
				{count === undefined ? null : <span className="navigator-row-count">{count.toLocaleString(locale)}</span>}
			</Button>
		</li>
	);
}
