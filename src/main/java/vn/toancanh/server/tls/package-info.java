/** The server's certificate: made, read, shown to callers, changed while it runs. Lane: NET. */
@NullMarked
package vn.toancanh.server.tls;

import org.jspecify.annotations.NullMarked;
