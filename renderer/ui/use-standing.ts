import { useEffect, useEffectEvent, useLayoutEffect } from 'react';

/** Puts something where it is to stand, after each drawing and whenever what is under it moves; `place` sets its style. */
export function useStanding(place: () => void): void {
	const stand = useEffectEvent(place);
	useLayoutEffect(() => stand());
	useEffect(() => {
		window.addEventListener('resize', stand);
		window.addEventListener('scroll', stand, true);
		return () => {
			window.removeEventListener('resize', stand);
			window.removeEventListener('scroll', stand, true);
		};
	}, []);
}
