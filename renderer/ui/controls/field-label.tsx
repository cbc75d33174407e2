import type { ReactNode } from 'react';
import { Label } from 'react-aria-components';
import './field-label.css';

/** The name of a field, above it; when hidden from view, a screen reader still reads it. */
export function FieldLabel({ hidden = false, children }: { hidden?: boolean; children: ReactNode }) {
	return <Label className={hidden ? 'visually-hidden' : 'field-label'}>{children}</Label>;
}
