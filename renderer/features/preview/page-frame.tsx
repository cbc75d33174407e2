import type { RefObject } from 'react';
import { PageSheet } from './page-sheet.ts';
import type { PageSize } from './page-size.ts';

/** A page in a frame of its own, in which no script runs; `onSheet` hears of what shows it, once that is there. */
export function PageFrame({
	frame,
	title,
	size,
	onSheet,
}: {
	frame: RefObject<HTMLIFrameElement | null>;
	title: string;
	size: PageSize;
	onSheet: (sheet: PageSheet) => void;
}) {
	return (
		<div className="preview-sheet" style={{ width: size.width * size.scale }}>
			<iframe
				ref={frame}
				title={title}
				sandbox="allow-same-origin"
				src="/preview.html"
				style={{
					width: size.width,
					height: size.height,
					transform: size.scale === 1 ? 'none' : `scale(${size.scale})`,
				}}
				onLoad={() => {
					const page = frame.current?.contentDocument;
					if (page) onSheet(new PageSheet(page));
				}}
			/>
		</div>
	);
}
