import { Parser } from 'htmlparser2';

/** A `<library-signup>` of a page. */
export interface Tag {
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of the JSON script inside it. */
  readonly inline: string | undefined;
}
export interface Page {
  readonly tags: readonly Tag[];
  /** Policies in `<meta http-equiv>`. */
  readonly policies: readonly string[];
}

const TAG = 'library-signup';

export function readPage(html: string): Page {
  const tags: Tag[] = [];
  const policies: string[] = [];
  let open: { attributes: Record<string, string>; inline: string | undefined } | undefined;
  let isJson = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === TAG) open = { attributes, inline: undefined };
      else if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy')
        policies.push(attributes.content ?? '');
      else if (open && name === 'script' && attributes.type === 'application/json') {
        isJson = true;
        open.inline = '';
      }
    },
    ontext(text) {
      if (open && isJson) open.inline = (open.inline ?? '') + text;
    },
    onclosetag(name) {
      if (name === 'script') isJson = false;
      else if (name === TAG && open) {
        tags.push(open);
        open = undefined;
      }
    },
  });
  parser.end(html);
  return { tags, policies };
}
