/** Who did what, when and from where. Any thread. */
@NullMarked
package vn.toancanh.server.audit;

import org.jspecify.annotations.NullMarked;
