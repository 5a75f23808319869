/**
 * Simulated heads: ONVIF over HTTP with digest authentication, positions that move with time, and faults on demand. Every request is
 * kept with its time, so that tests see what came and when. Lane: virtual threads of its own, one a connection.
 */
@NullMarked
package vn.toancanh.simulator.head;

import org.jspecify.annotations.NullMarked;
