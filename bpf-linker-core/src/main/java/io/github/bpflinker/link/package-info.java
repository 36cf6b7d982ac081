/**
 * The public API of the linker: links bitcode of Rust and C into BPF objects. A {@link
 * io.github.bpflinker.link.LinkRequest} says what to link and how, a {@link io.github.bpflinker.link.LinkResult} what came of
 * it.
 *
 * <pre>{@code
 * LinkRequest request = LinkRequest.builder()
 *         .input(Path.of("filter.bc"))
 *         .output(Path.of("filter.bpf.o"))
 *         .btf(true)
 *         .kernel(new KernelVersion(5, 10))
 *         .build();
 * LinkResult result = Linker.inProcess().link(request);
 * result.diagnostics().forEach(warning -> System.err.println(DiagnosticText.line(warning)));
 * }</pre>
 *
 * <p>Damaged bitcode can make LLVM end the process that it is loaded into. A program that must go on links in processes of
 * their own, which take the same requests:
 *
 * <pre>{@code
 * try (WorkerLinker linker = WorkerLinker.open()) {
 *     linker.link(request);
 * } catch (LinkException e) {
 *     System.err.println(e.getMessage()); // what, where, why, and the remedy
 * }
 * }</pre>
 *
 * <p>What is in an object, as loaders see it, and what it requires of a kernel:
 *
 * <pre>{@code
 * BpfObject object = BpfObject.read(Path.of("filter.bpf.o"));
 * object.programs().forEach(program -> System.out.println(program.name()));
 * System.out.println(Requirements.of(object).required());
 * }</pre>
 *
 * <p>Any option of the command line is a {@link io.github.bpflinker.option.LinkOption} of a request. Requests and results
 * are immutable, and linkers are safe for use by several threads; builders are not. What may be absent is an
 * {@link java.util.Optional} where a method returns it. Findings, which mostly lack most of their fields, have null instead.
 *
 * <p>The driver {@code LinkPipeline} runs the phases of a link. It may use passes, inputs, LLVM and everything below them.
 */
@NullMarked
package io.github.bpflinker.link;

import org.jspecify.annotations.NullMarked;
