/** The words of the product as records, enums and sealed types; no behaviour that needs anything else. Any lane. */
@NullMarked
package vn.toancanh.model;

import org.jspecify.annotations.NullMarked;
