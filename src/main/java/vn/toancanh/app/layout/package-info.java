/**
 * Layouts as text on the command line: checked, compared, planned and applied to the client that this user has open, by a socket that
 * only he may open. Lane: MAIN, and of the socket its own.
 */
@NullMarked
package vn.toancanh.app.layout;

import org.jspecify.annotations.NullMarked;
