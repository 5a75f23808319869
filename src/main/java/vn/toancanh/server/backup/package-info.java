/** Backups of a server's data and their way back. Blocks; for the command line. */
@NullMarked
package vn.toancanh.server.backup;

import org.jspecify.annotations.NullMarked;
