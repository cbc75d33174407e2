import type { LucideIcon } from 'lucide-react';

/** An icon beside text or inside a named button; always hidden from screen readers. */
export function Icon({ of: Shape, size = 16, className }: { of: LucideIcon; size?: number; className?: string }) {
	return (
		<Shape
			aria-hidden="true"
			className={className === undefined ? 'icon' : `icon ${className}`}
			size={size}
			strokeWidth={1.75}
		/>
	);
}
