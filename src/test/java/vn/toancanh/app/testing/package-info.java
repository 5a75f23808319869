/** Commands of the product as processes, for tests. */
@NullMarked
package vn.toancanh.app.testing;

import org.jspecify.annotations.NullMarked;
