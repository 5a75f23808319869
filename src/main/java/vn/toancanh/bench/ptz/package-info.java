/** Heads under drill: real desks, a real server and heads that answer ONVIF, of which everything goes wrong that can. */
@NullMarked
package vn.toancanh.bench.ptz;

import org.jspecify.annotations.NullMarked;
