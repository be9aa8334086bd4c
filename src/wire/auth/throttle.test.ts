import {describe, expect, it} from 'vitest';
import {LoginThrottle} from './throttle.ts';

describe('the throttle of logins', () => {
  it('refuses an address that has failed ten times, until time has passed', () => {
    let now = 0;
    const throttle = new LoginThrottle(() => now);
    for (let i = 0; i < 10; i++) {
      expect(throttle.wait('10.0.0.1')).toBe(0);
      throttle.failed('10.0.0.1');
    }
    expect(throttle.wait('10.0.0.1')).toBe(3);
    expect(throttle.wait('10.0.0.2')).toBe(0);
    now += 2_000;
    expect(throttle.wait('10.0.0.1')).toBe(1);
    now += 1_000;
    expect(throttle.wait('10.0.0.1')).toBe(0);
    throttle.failed('10.0.0.1');
    expect(throttle.wait('10.0.0.1')).toBe(3);
    now += 60_000;
    for (let i = 0; i < 10; i++) throttle.failed('10.0.0.1');
    expect(throttle.wait('10.0.0.1')).toBe(3);
  });

  it('remembers only so many addresses', () => {
    const throttle = new LoginThrottle(() => 0);
    for (let i = 0; i < 10; i++) throttle.failed('first');
    for (let i = 0; i < 9_999; i++) throttle.failed(`a${i}`);
    expect(throttle.wait('first')).toBeGreaterThan(0);
    throttle.failed('one more');
    expect(throttle.wait('first')).toBe(0);
  });
});
