export interface MarkJson {
	readonly type: 'link' | 'bold' | 'italic' | 'code' | 'sub' | 'sup' | 'strike';
	readonly attrs?: Readonly<{ href?: string | undefined }> | undefined;
}

export interface TextJson {
	readonly type: 'text';
	readonly text: string;
	readonly marks?: readonly MarkJson[] | undefined;
}

/** A line break inside a block. */
export interface BreakJson {
	readonly type: 'hardBreak';
	readonly marks?: readonly MarkJson[] | undefined;
}

/** A node that holds a line of text: marked in the body, plain in headline, standfirst, key points and attributions. */
export interface LineJson<Type extends string> {
	readonly type: Type;
	readonly content?: readonly (TextJson | BreakJson)[] | undefined;
}

/** The editor's node of a block, by its name and attributes. */
export interface NodeJson<Type extends string = string, Attributes = unknown> {
	readonly type: Type;
	readonly attrs: Readonly<Attributes & { id: string | null }>;
}
