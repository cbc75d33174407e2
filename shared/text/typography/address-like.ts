/** Whether a word is an address, a path or the like, in which signs are no language. */
export function isAddressLike(word: string): boolean {
	return /:\/\/|\S@\S|\\|^www\.|^\/\S|\/\S*\//i.test(word);
}
