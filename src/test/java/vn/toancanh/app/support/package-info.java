/** Tests of the support bundle. */
@NullMarked
package vn.toancanh.app.support;

import org.jspecify.annotations.NullMarked;
