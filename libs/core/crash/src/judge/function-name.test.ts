import { describe, expect, test } from 'vitest';
import { declaredName, isClosure, isCompilerWrapper, parseFunctionName } from './function-name.js';

describe('the declared function of a printed name', () => {
  test.each([
    ['main.(*Store).Set', '(*Store).Set'],
    ['main.(*Index[...]).Set', '(*Index).Set'],
    ['main.(*Index[go.shape.string,go.shape.struct { a/b.c int }]).Set.func2', '(*Index).Set'],
    ['main.headers.Get', 'headers.Get'],
    ['main.main.func1', 'main'],
    ['main.start.func1.2', 'start'],
    ['main.main.gowrap1', 'main'],
    ['main.(*hub).listen.deferwrap1', '(*hub).listen'],
    ['main.(*Bus).OnPrice-fm', '(*Bus).OnPrice'],
    ['main.main.start.func1', 'start'],
    ['main.main.(*Store).Start.func1', '(*Store).Start'],
    ['main.walk-range1', 'walk'],
    ['main.walk.func2-range1', 'walk'],
    ['main.glob..func1', 'init'],
    ['main.init.0.func1', 'init'],
    ['main.Map[...]', 'Map'],
  ])('%s is %s', (printed, declared) => {
    expect(declaredName(parseFunctionName(printed))).toBe(declared);
  });
});

test('finds the import path behind escaped dots, versions and type arguments with slashes', () => {
  expect(parseFunctionName('gopkg.in/yaml%2ev3.Unmarshal').importPath).toBe('gopkg.in/yaml.v3');
  expect(parseFunctionName('github.com/a/b/v2.(*T[x/y.Z]).M').importPath).toBe('github.com/a/b/v2');
  expect(parseFunctionName('panic')).toEqual({ importPath: '', segments: ['panic'], generic: false });
});

test('tells what the compiler made from what somebody wrote', () => {
  expect(isCompilerWrapper(parseFunctionName('main.main.gowrap12'))).toBe(true);
  expect(isCompilerWrapper(parseFunctionName('main.main.func12'))).toBe(false);
  expect(isClosure(parseFunctionName('main.main.func12'))).toBe(true);
  expect(isClosure(parseFunctionName('main.function1'))).toBe(false);
});

test('takes a name of brackets only as it comes', () => {
  expect(declaredName(parseFunctionName('[[[['))).toBe('');
});
