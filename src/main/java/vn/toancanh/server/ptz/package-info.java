/** Who holds which head, and what heads are told. State lives on the PTZ lane, which never blocks; endpoints wait for it. */
@NullMarked
package vn.toancanh.server.ptz;

import org.jspecify.annotations.NullMarked;
