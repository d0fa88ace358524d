import type { ContentMutation } from './mutation.js';
import type { Row, Subject } from './row.js';

interface Place {
  readonly name: string;
  /** Instead of `main`, for all but `main.main` and what is within it; undefined: stays. */
  readonly packagePath?: string;
  readonly folder: string;
  readonly goroot?: string;
}

/** Where real programs live and are built. */
const places: readonly Place[] = [
  {
    name: 'in an internal package',
    packagePath: 'github.com/acme/shop/internal/stock',
    folder: '/home/runner/work/shop/shop/internal/stock/',
  },
  {
    name: 'in a module with a version',
    packagePath: 'gitlab.example/platform/go-cache/v3',
    folder: '/go/pkg/mod/gitlab.example/platform/go-cache/v3@v3.1.4-0.20260102030405-abcdef012345/',
  },
  {
    name: 'in a path with a dot',
    packagePath: 'gopkg.in/acme/store%2ev2',
    folder: '/go/pkg/mod/gopkg.in/acme/store.v2@v2.4.0/',
  },
  { name: 'on Windows', folder: 'C:/Users/build agent/src/shop/', goroot: 'C:/Program Files/Go' },
  {
    name: 'on a Mac',
    folder: '/Users/ann/Projects/shop (copy)/',
    goroot: '/opt/homebrew/Cellar/go/1.26.8/libexec',
  },
  { name: 'by Bazel', folder: 'external/shop/cmd/', goroot: 'GOROOT' },
];

const moved = /^(created by | {2})?main\.(?!main\b|init\b|_Cfunc|_cgo)/;

function relocated(text: string, place: Place): string {
  const named = place.packagePath === undefined ? text : text.replace(moved, `$1${place.packagePath}.`);
  const within = named.replace(/^(\s+)\/srv\/crashes\/[^/]+\/(?=[^/]+$)/, `$1${place.folder}`);
  return place.goroot === undefined ? within : within.replace('/usr/local/go/', `${place.goroot}/`);
}

function relocateTo(place: Place): ContentMutation {
  const change = (row: Row): Row => ({ ...row, text: relocated(row.text, place) });
  return {
    name: place.name,
    lossless: true,
    apply: (subject: Subject) => ({
      ...subject,
      rows: subject.rows.map(change),
      crashing: subject.crashing && {
        ...subject.crashing,
        function: relocated(subject.crashing.function, { ...place, folder: '' }),
      },
    }),
  };
}

/** The same program under another name in another folder. */
export const relocations: readonly ContentMutation[] = places.map(relocateTo);
