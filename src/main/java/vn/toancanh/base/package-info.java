/** What every room may use: time, lanes, failures, back-off, secrets. Any lane. */
@NullMarked
package vn.toancanh.base;

import org.jspecify.annotations.NullMarked;
