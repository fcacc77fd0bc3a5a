import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Expression, type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import {
  isElementAccessExpression,
  isIdentifier,
  isObjectBindingPattern,
  isPropertyAccessExpression,
} from 'typescript/unstable/ast/is';
import { API, type Checker, type Type, TypeFlags } from 'typescript/unstable/sync';
import { expect, it } from 'vitest';

/** The rooms whose code runs in a page. */
const IN_PAGE = ['utils/page', 'entrypoints/page.content', 'entrypoints/page-scan', 'entrypoints/page-card'];
/** The one list of reads, which takes the accessors from the prototypes. */
const THE_LIST = 'utils/page/dom.ts';

/**
 * Nodes that answer for themselves: only forms and documents let named elements stand before their own members, and these types are told
 * by a brand or by a tree walker, not by anything that a form could claim.
 */
const UNCLOBBERED = new Set([
  'Text',
  'ShadowRoot',
  'DocumentFragment',
  'Attr',
  'HTMLImageElement',
  'HTMLCanvasElement',
  'HTMLSlotElement',
]);
/** Members of the list's own elements that the card makes: nothing of the page is in them. */
const OWN = new Set([
  'entrypoints/page-card/card-root.ts host.dataset',
  'entrypoints/page-card/card-root.ts stage.className',
]);

const files = IN_PAGE.flatMap((room) =>
  readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
).filter((file) => file !== THE_LIST);

function* within(node: Node): Generator<Node> {
  yield node;
  const below: Node[] = [];
  node.forEachChild((child) => {
    below.push(child);
  });
  for (const child of below) yield* within(child);
}

/** What a member is read from, if this node reads one. */
function readFrom(node: Node): Node | undefined {
  if (isPropertyAccessExpression(node) || isElementAccessExpression(node)) {
    const { expression } = node as { expression: Expression };
    const isList = isIdentifier(expression) && expression.text === 'dom';
    return isList || expression.kind === SyntaxKind.ThisKeyword ? undefined : expression;
  }
  return isObjectBindingPattern(node) ? node : undefined;
}

function parts(type: Type): readonly Type[] {
  return type.flags & TypeFlags.Union
    ? (type as Type & { getTypes(): readonly Type[] }).getTypes().flatMap(parts)
    : [type];
}

function isClobbered(checker: Checker, type: Type | undefined): boolean {
  if (!type) return false;
  return parts(type).some((part) => {
    if (part.flags & (TypeFlags.Any | TypeFlags.Null | TypeFlags.Undefined)) return false;
    const name = part.getSymbol()?.name ?? '';
    if (UNCLOBBERED.has(name)) return false;
    if (name === 'ParentNode' || name === 'DocumentOrShadowRoot') return true;
    const apparent = checker.getApparentType(part) ?? part;
    return checker.getPropertyOfType(apparent, 'compareDocumentPosition') !== undefined;
  });
}

function bypasses(checker: Checker, file: string, source: SourceFile): string[] {
  const reads = [...within(source)].flatMap((node) => {
    const from = readFrom(node);
    return from ? [{ node, from }] : [];
  });
  const types = checker.getTypeAtLocation(reads.map(({ from }) => from));
  return reads
    .filter((_, index) => isClobbered(checker, types[index]))
    .map(({ node }) => `${file} ${source.text.slice(node.getStart(source), node.end)}`)
    .filter((read) => !OWN.has(read));
}

it('nothing in a page reads a node but through the list of captured accessors', { timeout: 60_000 }, () => {
  const api = new API();
  try {
    const project = api.updateSnapshot({ openProjects: [resolve('tsconfig.json')] }).getProjects()[0]!;
    const found = files.flatMap((file) =>
      bypasses(project.checker, file, project.program.getSourceFile(resolve(file))!),
    );
    expect(found).toEqual([]);
  } finally {
    api.close();
  }
});
