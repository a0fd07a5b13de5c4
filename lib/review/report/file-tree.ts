import type { FileReview } from "../file-review.ts";
import { visibleLine } from "../visible-text.ts";
import { counts } from "./file-section.ts";
import { markup, type Markup } from "./markup.ts";

interface Folder {
  folders: Map<string, Folder>;
  files: { review: FileReview; id: string }[];
}

/** The changed files as a tree of folders, each file with its counts and a link to its section. */
export function fileTree(files: readonly { review: FileReview; id: string }[]): Markup {
  const root: Folder = { folders: new Map(), files: [] };
  for (const file of files) {
    let at = root;
    for (const name of file.review.path.split("/").slice(0, -1)) {
      const next = at.folders.get(name) ?? { folders: new Map(), files: [] };
      at.folders.set(name, next);
      at = next;
    }
    at.files.push(file);
  }
  return folderMarkup(root);
}

function folderMarkup({ folders, files }: Folder): Markup {
  return markup`<ul>
    ${[...folders].map(([name, folder]) => subfolder(name, folder))}${files.map(
      ({ review, id }) =>
        markup`<li class="leaf" data-for="${id}">
          <a href="#${id}"
            ><span class="name">${visibleLine(review.path.split("/").at(-1)!)}</span>${counts(review.added, review.removed)}</a
          >
        </li>`,
    )}
  </ul>`;
}

/** A folder with nothing in it but another one shares its line. */
function subfolder(name: string, folder: Folder): Markup {
  const [only] = folder.folders;
  if (only !== undefined && folder.folders.size === 1 && folder.files.length === 0) return subfolder(`${name}/${only[0]}`, only[1]);
  return markup`<li>
    <details open>
      <summary>${visibleLine(name)}/</summary>
      ${folderMarkup(folder)}
    </details>
  </li>`;
}
