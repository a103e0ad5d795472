// The mark that a text has passed the screening door. Streams, replies and help accept nothing else.

declare const screened: unique symbol;

/** Text that safety/ has passed. Only safety/ makes one; a cast to it elsewhere fails the import check. */
export type ScreenedText = string & { readonly [screened]: true };
