import { RULE_TOPICS, type Rule } from '../domain/rule.ts';
import { environmentRules } from './environment-rules.ts';

const ALL: readonly Rule[] = [...environmentRules];

/** Every preflight check, in the order of the topics. */
export const RULES: readonly Rule[] = RULE_TOPICS.flatMap(topic => ALL.filter(rule => rule.topic === topic));
