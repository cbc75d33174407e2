import { useCallback, useEffect, useState } from 'react';
import { useHost } from '../../host/host-context.tsx';
import type { PreviewWidth } from './page-size.ts';

/** The width that the preview shows, kept among the person's preferences. */
export function usePreviewWidth(): [PreviewWidth, (width: PreviewWidth) => void] {
	const host = useHost();
	const [width, setWidth] = useState<PreviewWidth>('desktop');
	useEffect(() => {
		let current = true;
		void host.preferences.get({}).then((answer) => {
			if (current && answer.ok) setWidth(answer.value.previewWidth);
		});
		return () => {
			current = false;
		};
	}, [host]);
	const choose = useCallback(
		(chosen: PreviewWidth) => {
			setWidth(chosen);
			// A preference that cannot be kept still holds for now; there is nothing for the editor to do about it.
			void host.preferences.set({ previewWidth: chosen });
		},
		[host],
	);
	return [width, choose];
}
