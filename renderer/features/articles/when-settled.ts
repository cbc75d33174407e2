/** Gathers calls: the work is done once, so long after the first of them. */
export function whenSettled(
	milliseconds: number,
	work: () => void,
): { readonly soon: () => void; readonly cancel: () => void } {
	let timer: ReturnType<typeof setTimeout> | undefined;
	return {
		soon: () => {
			timer ??= setTimeout(() => {
				timer = undefined;
				work();
			}, milliseconds);
		},
		cancel: () => {
			clearTimeout(timer);
			timer = undefined;
		},
	};
}
