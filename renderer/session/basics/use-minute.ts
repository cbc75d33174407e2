import { useEffect, useState } from 'react';

/** The present time, new every minute, so that "9 min ago" stays true. */
export function useMinute(): Date {
	const [now, setNow] = useState(() => new Date());
	useEffect(() => {
		const timer = setInterval(() => setNow(new Date()), 60_000);
		return () => clearInterval(timer);
	}, []);
	return now;
}
