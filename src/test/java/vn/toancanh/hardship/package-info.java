/** What the product does on a machine that withholds something: disk, shared memory, a library, a JDK, a server. */
@NullMarked
package vn.toancanh.hardship;

import org.jspecify.annotations.NullMarked;
