/** What the running client shows, told to another process over a socket only its user may open. Lane: its own. */
@NullMarked
package vn.toancanh.app.status;

import org.jspecify.annotations.NullMarked;
