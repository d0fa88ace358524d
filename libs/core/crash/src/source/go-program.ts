import type { GoFile, GoFunction, GoSourceIndex, GoTypeDeclaration, GoVariable } from './go-file.js';
import { addTo } from './grouped.js';

/** A function and the file that it stands in. */
export interface FunctionSite {
  readonly file: GoFile;
  readonly function: GoFunction;
  readonly index: number;
  /** Unique in the program. */
  readonly id: string;
}

export interface TypeSite {
  readonly id: string;
  readonly file: GoFile;
  readonly declaration: GoTypeDeclaration;
}

/** The files of a program by what can be looked up in them. A package is the folder that it lies in. */
export interface GoProgram {
  readonly files: readonly GoFile[];
  readonly functions: readonly FunctionSite[];
  functionsOf(file: GoFile): readonly FunctionSite[];
  parentOf(site: FunctionSite): FunctionSite | null;
  /** `Store`, or `cache.Store` by an import of the file. */
  typeNamed(name: string, file: GoFile): TypeSite | null;
  functionNamed(name: string, folder: string): FunctionSite | null;
  methodNamed(name: string, type: TypeSite): FunctionSite | null;
  /** All methods of this name in a folder; without a folder, in the program. */
  methodsNamed(name: string, folder?: string): readonly FunctionSite[];
  variableNamed(
    name: string,
    folder: string,
  ): { readonly variable: GoVariable; readonly file: GoFile } | null;
  /** Structs of the folder with such a field. */
  structsWith(field: string, folder: string): readonly TypeSite[];
  /** The folder of the package that the file imports under this name; null where it is not among the sources. */
  folderOfImport(name: string, file: GoFile): string | null;
}

export function createGoProgram({ files }: GoSourceIndex): GoProgram {
  const sites = new Map<GoFile, readonly FunctionSite[]>();
  const declared = new Map<string, FunctionSite>();
  const methods = new Map<string, FunctionSite[]>();
  const types = new Map<string, TypeSite>();
  const fields = new Map<string, TypeSite[]>();
  const variables = new Map<string, { readonly variable: GoVariable; readonly file: GoFile }>();
  const folders = new Map<string, string>();
  for (const file of files) {
    const folder = folderOf(file);
    if (file.importPath !== '') folders.set(file.importPath, folder);
    const own = file.functions.map((written, index) => {
      return { file, function: written, index, id: `${file.path}#${String(index)}` };
    });
    sites.set(file, own);
    for (const site of own) {
      const { name, receiver } = site.function;
      if (name === '') continue;
      if (receiver === null) declared.set(`${folder} ${name}`, site);
      else for (const key of [name, `${folder} ${name}`]) addTo(methods, key, site);
    }
    for (const declaration of file.types) {
      const site = { id: `${folder}.${declaration.name}`, file, declaration };
      types.set(site.id, site);
      for (const field of declaration.fields) addTo(fields, `${folder} ${field.name}`, site);
    }
    for (const variable of file.variables) variables.set(`${folder} ${variable.name}`, { variable, file });
  }
  const folderOfImport = (name: string, file: GoFile): string | null => {
    const path = file.imports.find((each) => each.name === name)?.path;
    return path === undefined ? null : (folders.get(path) ?? null);
  };
  return {
    files,
    functions: [...sites.values()].flat(),
    functionsOf: (file) => sites.get(file) ?? [],
    parentOf: ({ file, function: { parent } }) =>
      parent === null ? null : (sites.get(file)?.[parent] ?? null),
    typeNamed: (name, file) => {
      const [first = '', second] = name.split('.');
      if (second === undefined) return types.get(`${folderOf(file)}.${first}`) ?? null;
      const folder = folderOfImport(first, file);
      return folder === null ? null : (types.get(`${folder}.${second}`) ?? null);
    },
    functionNamed: (name, folder) => declared.get(`${folder} ${name}`) ?? null,
    methodNamed: (name, type) => {
      const found = methods.get(`${folderOf(type.file)} ${name}`) ?? [];
      return found.find((site) => site.function.receiver?.type?.name === type.declaration.name) ?? null;
    },
    methodsNamed: (name, folder) => methods.get(folder === undefined ? name : `${folder} ${name}`) ?? [],
    variableNamed: (name, folder) => variables.get(`${folder} ${name}`) ?? null,
    structsWith: (field, folder) => fields.get(`${folder} ${field}`) ?? [],
    folderOfImport,
  };
}

export function folderOf({ path }: GoFile): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
