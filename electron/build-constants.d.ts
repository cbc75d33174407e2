interface ImportMeta {
	/** Replaced by the build (`define` in vite.config.ts). */
	readonly env: { readonly GALLEY_VERSION: string };
}
