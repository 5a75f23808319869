/** What the client and a decoder worker say to each other: one JSON object a line over a socket. Any lane. */
@NullMarked
package vn.toancanh.control;

import org.jspecify.annotations.NullMarked;
