/** Pointers of git LFS: what git keeps in place of a file whose content lies elsewhere. */
/** The content that a pointer stands for. */
export interface LfsPointer {
    readonly sha256: string;
    /** In bytes. */
    readonly size: number;
}
/** What a text points to; null where it is a text of its own. Line ends may have become spaces, as in a YAML scalar. */
export declare function lfsPointer(text: string): LfsPointer | null;
