/**
 * What is done to the merged module before code is generated, one class per pass. A pass changes the module and nothing
 * else; {@link io.github.bpflinker.link.pass.LinkPass} is its shape, the driver in the package above has the list.
 */
@NullMarked
package io.github.bpflinker.link.pass;

import org.jspecify.annotations.NullMarked;
