import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** An endpoint's answers for the OpenAPI document: one for success, one problem for each other status. */
export function ApiAnswers(
  description: string,
  schema: z.ZodType,
  problems: readonly number[] = [],
): MethodDecorator {
  return applyDecorators(
    ApiResponse({ status: 200, description, standardSchema: schema }),
    ...problems.map((status) =>
      ApiResponse({
        status,
        description: 'a problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );
}
