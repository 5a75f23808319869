/** What tests of views stand on: JavaFX started once, fakes for every port, a city of cameras. */
@NullMarked
package vn.toancanh.ui.testing;

import org.jspecify.annotations.NullMarked;
