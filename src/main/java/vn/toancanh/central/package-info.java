/**
 * The client's side of the central server: sessions, catalogue, grants, layouts and events over REST and SSE. What the wire
 * looks like stays in here. Calls and answers: DESK; the waiting: threads named NET.
 */
@NullMarked
package vn.toancanh.central;

import org.jspecify.annotations.NullMarked;
